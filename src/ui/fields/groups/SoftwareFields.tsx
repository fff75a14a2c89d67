import * as React from 'react';
import type { ISoftware } from '../../../core/metadata/model';
import { useForm } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { CardField } from '../CardField';
import { ChoicesField } from '../ChoicesField';
import { ListSelect } from '../ListSelect';
import { Origin } from '../Origin';

/** What a work that is software says of itself. */
export function SoftwareFields(): JSX.Element {
  const { session, state, trans } = useForm();
  const { software } = state.metadata.values;
  const set = (change: Partial<ISoftware>) =>
    session.metadata.set({ software: { ...software, ...change } });
  return (
    <fieldset className="jp-ZenodoPublisher-group">
      <legend className="jp-ZenodoPublisher-hidden">
        {fieldLabel('software', trans)}
      </legend>
      <div className="jp-ZenodoPublisher-grid2">
        <CardField
          field="software.repository"
          label={trans.__('Repository')}
          optional={trans.__('optional')}
          help={trans.__('Its web address')}
          value={software.repository}
          onChange={repository => set({ repository })}
        />
        <ListSelect
          field="software.developmentStatus"
          label={trans.__('Development status')}
          optional={trans.__('optional')}
          list="developmentStatuses"
          value={software.developmentStatus}
          none={trans.__('not said')}
          onChange={developmentStatus => set({ developmentStatus })}
        />
      </div>
      <ChoicesField
        field="software.programmingLanguages"
        label={trans.__('Programming languages')}
        chosenLabel={trans.__('Chosen programming languages')}
        value={software.programmingLanguages}
        search={(text, signal) =>
          session.lookUps.programmingLanguages(text, signal)
        }
        onChange={programmingLanguages => set({ programmingLanguages })}
      />
      <Origin field="software" />
    </fieldset>
  );
}
