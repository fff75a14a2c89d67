import type { IFinding } from '../../../finding';
import type { ISource } from '../source';
import type { IExample } from './examples/example';
import { objections, saidBy } from './published';

const told = ({ id, place }: IFinding) =>
  `${place?.line ?? '?'}: ${id.replace('metadata.source.', '')}`;

/** Every example gives its record, tells what it cannot, and can be published. */
export function describeExamples(
  name: string,
  examples: readonly IExample[],
  read: (text: string) => ISource
): void {
  describe(name, () => {
    it('has 30 examples at least', () => {
      expect(examples.length).toBeGreaterThanOrEqual(30);
    });

    it.each(examples.map(example => [example.name, example] as const))(
      '%s',
      async (_, { text, record, communities = [], findings = [] }) => {
        const source = read(text);
        expect(saidBy(source.values)).toEqual(record);
        expect(
          (source.values.communities ?? []).map(({ slug }) => slug)
        ).toEqual(communities);
        expect(source.findings.map(told)).toEqual(findings);
        expect(await objections(source.values)).toEqual([]);
      }
    );
  });
}
