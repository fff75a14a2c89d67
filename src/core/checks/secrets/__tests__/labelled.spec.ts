import { judge } from './labelled/judge';
import { developmentHalf, labelled, testHalf } from './labelled/labelled';

describe('The rules, held against the labelled texts', () => {
  it('are judged by at least 300 texts in two halves', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(300);
    expect(new Set(labelled.map(({ id }) => id)).size).toBe(labelled.length);
    expect(developmentHalf.length).toBeGreaterThanOrEqual(150);
    expect(testHalf.length).toBeGreaterThanOrEqual(150);
  });

  it('find nine of ten secrets of the test half, and little else', async () => {
    const { recall, precision, mistakes } = await judge(testHalf);
    // The mistakes are named when one of the two is too low.
    const verdict = { enough: recall >= 0.9 && precision >= 0.95, mistakes };
    expect(verdict).toEqual({ enough: true, mistakes });
  });

  it('find the development half', async () => {
    const { recall, precision, mistakes } = await judge(developmentHalf);
    const verdict = { enough: recall >= 0.97 && precision >= 0.97, mistakes };
    expect(verdict).toEqual({ enough: true, mistakes });
  });
});
