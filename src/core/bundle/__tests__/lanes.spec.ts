import { Lanes } from '../lanes';

const MB = 1024 * 1024;

/** Lanes whose files end when the test says so. */
class Yard {
  readonly running = new Map<string, (error?: Error) => void>();
  readonly reads = new Map<string, () => void>();
  readonly begun: string[] = [];
  stops = 0;
  most = 0;
  readonly lanes = new Lanes(() => this.stops++);

  begin(name: string, size: number | null): Promise<void> {
    return this.lanes.begin(
      size,
      read =>
        new Promise((resolve, reject) => {
          this.begun.push(name);
          this.reads.set(name, read);
          this.running.set(name, error => {
            this.running.delete(name);
            if (error) {
              reject(error);
            } else {
              resolve();
            }
          });
          this.most = Math.max(this.most, this.running.size);
        })
    );
  }

  async end(name: string, error?: Error): Promise<void> {
    this.running.get(name)?.(error);
    await settle();
  }
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('Lanes', () => {
  it('begin with small files beside each other and beside a large one', async () => {
    const yard = new Yard();
    void yard.begin('large', 100 * MB).then(() => yard.begin('small', MB));
    await settle();
    expect(yard.begun).toEqual(['large', 'small']);
  });

  it.each([
    ['large', 100 * MB],
    ['of unknown size', null]
  ])(
    'begin with a file that is %s when no other is under way',
    async (_, size) => {
      const yard = new Yard();
      await yard.begin('small', MB);
      void yard.begin('x', size);
      await settle();
      expect(yard.begun).toEqual(['small']);
      await yard.end('small');
      expect(yard.begun).toEqual(['small', 'x']);
    }
  );

  it('deflate a file of some size while one before it is written', async () => {
    const yard = new Yard();
    await yard.begin('very large', 200 * MB);
    await yard.begin('middle', 60 * MB);
    expect(yard.begun).toEqual(['very large', 'middle']);
  });

  it('await six tiny files at once, as they take longer to arrive', async () => {
    const yard = new Yard();
    const all = async () => {
      for (let i = 0; i < 20; i++) {
        await yard.begin(`${i}`, 1000);
      }
    };
    void all();
    await settle();
    expect(yard.begun).toHaveLength(6);
    yard.reads.get('0')?.();
    await settle();
    expect(yard.begun).toHaveLength(7);
  });

  it('let no more than some hundred tiny files wait for their turn', async () => {
    const yard = new Yard();
    await yard.begin('very large', 200 * MB);
    const all = async () => {
      for (let i = 0; i < 1000; i++) {
        const begun = yard.begin(`${i}`, 1);
        await settle();
        yard.reads.get(`${i}`)?.();
        await begun;
      }
    };
    void all();
    for (let i = 0; i < 1100; i++) {
      await settle();
    }
    expect(yard.begun).toHaveLength(1 + 384);
  });

  it('are few, and what they hold is bounded', async () => {
    const yard = new Yard();
    const all = async () => {
      for (let i = 0; i < 40; i++) {
        await yard.begin(`${i}`, 7 * MB);
      }
      await yard.lanes.end();
    };
    const done = all();
    for (let i = 0; i < 40; i++) {
      await settle();
      await yard.end(`${i}`);
    }
    await done;
    expect(yard.begun).toHaveLength(40);
    expect(yard.most).toBeGreaterThan(1);
    expect(yard.most).toBeLessThanOrEqual(4);
  });

  it('take on other files while one that was read waits for its turn', async () => {
    const yard = new Yard();
    await yard.begin('large', 100 * MB);
    const all = async () => {
      for (let i = 0; i < 40; i++) {
        await yard.begin(`${i}`, 7 * MB);
      }
    };
    void all();
    for (let i = 0; i < 40; i++) {
      await settle();
      yard.reads.get(`${i}`)?.();
    }
    await settle();
    // 96 MB wait, and no more.
    expect(yard.begun).toHaveLength(1 + 13);
    await yard.end('0');
    expect(yard.begun).toHaveLength(1 + 14);
  });

  it('end with the first failure, when all have ended', async () => {
    const yard = new Yard();
    const broken = new Error('first');
    await yard.begin('a', 1);
    await yard.begin('b', 1);
    await yard.end('b', broken);
    expect(yard.stops).toBe(1);
    let isOver = false;
    const next = yard.begin('c', 1).finally(() => {
      isOver = true;
    });
    next.catch(() => undefined);
    await settle();
    expect(isOver).toBe(false);
    await yard.end('a', new Error('second'));
    await expect(next).rejects.toBe(broken);
    await expect(yard.lanes.end()).rejects.toBe(broken);
    expect(yard.stops).toBe(1);
    expect(yard.begun).toEqual(['a', 'b']);
  });
});
