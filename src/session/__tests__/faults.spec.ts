/** Random faults while sessions lead a publication, and take it over from each other. */
import fc from 'fast-check';
import { rows } from '../../core/publish/__tests__/faults/rows';
import { PageGone } from '../../core/publish/__tests__/simulatedSite';
import type { PublicationSession } from '../session';
import { Desk } from './desk';

/** What the simulated site does; what the page and the user do is among the events below. */
const faults = rows.flatMap(({ name, fault, only }) =>
  fault && !only && fault.kind !== 'late' ? [{ name, fault }] : []
);

const event = fc.record({
  /** Which request, from the beginning. */
  at: fc.integer({ min: 1, max: 30 }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...faults) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        { name: 'take over' },
        { name: 'page dies' },
        { name: 'cancel' }
      )
    }
  )
});

const numRuns = Number(process.env.FAULT_RUNS ?? 60);
const seed = Number(process.env.FAULT_SEED ?? 20261121);

/** What the user does when it stopped, until it is published. */
async function goOn(desk: Desk, session: PublicationSession): Promise<void> {
  const { simulator } = desk.zenodo;
  if (session.state.account.status !== 'signed-in') {
    simulator.state.revoked.clear();
    await session.account.signIn(desk.token);
  }
  const actions = session.state.publish.trouble?.actions ?? [];
  if (actions.includes('use-mine')) {
    await session.publication.useDetails('mine');
  } else if (actions.includes('take-over')) {
    await session.publication.takeOver();
  } else if (session.state.phase === 'stopped') {
    await session.publication.resume();
  } else {
    await session.publication.publish();
  }
}

it(
  'end with one record, and the badge in the notebooks',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 4 }),
        async events => {
          const desk = new Desk();
          const { zenodo } = desk;
          let session = await desk.openReady();
          const opened = [session];
          const left = [...events];
          let count = 0;
          let isAnother = false;
          zenodo.before = async () => {
            count++;
            const due = left.filter(({ at }) => at === count);
            for (const { what } of due) {
              if ('fault' in what) {
                zenodo.simulator.faults.add(what.fault);
              } else if (what.name === 'cancel') {
                session.publication.cancel();
              } else if (what.name === 'page dies') {
                isAnother = true;
                throw new PageGone();
              } else if (!isAnother) {
                isAnother = true;
                const other = await desk.openReady();
                opened.push(other);
                await other.publication.takeOver();
                session = other;
              }
            }
          };
          await session.publication.publish();
          for (let tries = 0; tries < 12; tries++) {
            if (session.state.phase === 'published') {
              break;
            }
            if (isAnother) {
              isAnother = false;
              await zenodo.clock.sleep(60_000);
              session = await desk.openReady();
              opened.push(session);
            }
            await goOn(desk, session);
          }
          zenodo.before = () => undefined;
          expect(session.state.publish.trouble).toBeNull();
          expect(session.state.phase).toBe('published');
          expect(zenodo.records).toEqual([desk.entry?.record?.id]);
          expect(zenodo.drafts).toEqual([]);
          expect(desk.badges.size).toBe(2);
          expect(desk.journal.text).not.toContain(desk.token);
          expect([...desk.forms.values()].join()).not.toContain(desk.token);
          opened.forEach(one => one.dispose());
        }
      ),
      { numRuns, seed }
    );
  },
  10 * 60_000
);
