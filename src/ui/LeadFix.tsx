import * as React from 'react';
import { FixBox, FixButton } from './FixBox';
import { useFocusPlace } from './mending';
import type { IKeyedFinding } from './sectionFindings';
import { useUnfolding } from './useUnfolding';

/** `Fix…` of the finding that a box above the list is about. */
export function LeadFix({ one }: { one: IKeyedFinding }): JSX.Element {
  const unfolding = useUnfolding();
  useFocusPlace(one.key, unfolding.button);
  const fixes = one.finding.fixes ?? [];
  return (
    <>
      <FixButton fixes={fixes} unfolding={unfolding} />
      <FixBox one={one} fixes={fixes} unfolding={unfolding} />
    </>
  );
}
