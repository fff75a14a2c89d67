import * as React from 'react';
import { FixBox, FixButton } from './FixBox';
import { useFocusPlace } from './mending';
import type { IKeyedFinding } from './sectionFindings';
import { useUnfolding } from './useUnfolding';

/** `Fix…` of the finding that a box above the list is about. */
export function LeadFix({ one }: { one: IKeyedFinding }): JSX.Element {
  const unfolding = useUnfolding();
  const place = useFocusPlace<HTMLDivElement>(one.key);
  const fixes = one.finding.fixes ?? [];
  return (
    <>
      <div ref={place} tabIndex={-1} className="jp-ZenodoPublisher-findingDo">
        <FixButton fixes={fixes} unfolding={unfolding} />
      </div>
      <FixBox one={one} fixes={fixes} unfolding={unfolding} />
    </>
  );
}
