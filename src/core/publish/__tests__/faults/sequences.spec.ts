/** Random sequences of faults: whatever happens in whatever order, one record comes of it. */
import fc from 'fast-check';
import { communityOf } from '../reviews';
import { rows } from './rows';
import { runToTheEnd, smallPublication } from './trial';

/** Requests of a publication, with those of some resumes. */
const longest = 40;

const event = fc.record({
  /** Which request of the publication, from its beginning. */
  at: fc.integer({ min: 0, max: longest }),
  row: fc.constantFrom(...rows)
});

const story = fc.record({
  layout: fc.oneof(
    { weight: 1, arbitrary: fc.constant('zip' as const) },
    { weight: 4, arbitrary: fc.constant('files' as const) }
  ),
  events: fc.array(event, { minLength: 1, maxLength: 6 })
});

/** The seed is fixed, so that a run is the same each time; both can be set, to look further. */
const seed = Number(process.env.FAULT_SEED ?? 20261121);
const numRuns = Number(process.env.FAULT_RUNS ?? 2000);

it.each([
  ['published at once', false, numRuns],
  ['looked at by a community first', true, Math.ceil(numRuns / 5)]
] as const)(
  'end with one record, however faults follow each other: %s',
  async (_, isReviewed, runs) => {
    await fc.assert(
      fc.asyncProperty(story, async ({ layout, events }) => {
        const publication = smallPublication(layout);
        const { zenodo } = publication;
        if (isReviewed) {
          publication.choices = {
            ...publication.choices,
            review: communityOf(zenodo, 'open-comm')
          };
        }
        let count = -1;
        const due = () => events.filter(({ at }) => at === count);
        const hooks = {
          before: async (
            _line: string,
            request: Parameters<typeof zenodo.send>[0]
          ) => {
            count++;
            const now = due();
            for (const { row } of now) {
              await row.before?.(publication);
            }
            // Last, so that they befall this request and not the user's own.
            for (const { row } of now) {
              if (row.fault && (row.only?.(request) ?? true)) {
                zenodo.simulator.faults.add(row.fault);
              }
            }
          },
          after: async () => {
            for (const { row } of due()) {
              await row.after?.(publication);
            }
          }
        };
        Object.assign(zenodo, hooks);
        await runToTheEnd(publication, {
          mend: () => Object.assign(zenodo, hooks),
          end: () => {
            zenodo.simulator.faults.clear();
            zenodo.before = zenodo.after = () => undefined;
          },
          choice: events.find(({ row }) => row.choice)?.row.choice,
          isPublishing: events.some(({ row }) => row.isPublishing),
          patience: events.length + 3
        });
      }),
      { numRuns: runs, seed }
    );
  },
  20 * 60_000
);
