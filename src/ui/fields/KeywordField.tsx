import * as React from 'react';
import { useForm } from '../form';
import { PillField } from '../lookup/PillField';

/** Keywords as typed, and subjects of the site's vocabularies. */
export function KeywordField(): JSX.Element {
  const { session, state, trans } = useForm();
  const { keywords, subjects } = state.metadata.values;
  // An id of a subject is an address, which no keyword is.
  const chosen = [
    ...keywords.map(keyword => ({ id: keyword, title: keyword })),
    ...subjects.map(({ id, subject, scheme }) => ({
      id,
      title: trans.__('%1 (%2)', subject, scheme)
    }))
  ];
  return (
    <PillField
      field="keywords"
      label={trans.__('Keywords and subjects')}
      optional={trans.__('optional')}
      help={trans.__('Press Enter after each')}
      from="keywords"
      chosenLabel={trans.__('Chosen keywords')}
      chosen={chosen}
      onRemove={id =>
        session.metadata.set(
          subjects.some(one => one.id === id)
            ? { subjects: subjects.filter(one => one.id !== id) }
            : { keywords: keywords.filter(keyword => keyword !== id) }
        )
      }
      list={trans.__('Subjects')}
      search={(text, signal) => session.lookUps.subjects(text, signal)}
      show={({ id, subject, scheme }) => ({
        key: id,
        title: subject,
        detail: scheme
      })}
      onTake={subject =>
        session.metadata.set({ subjects: [...subjects, subject] })
      }
      onTyped={keyword => {
        if (!keywords.includes(keyword)) {
          session.metadata.set({ keywords: [...keywords, keyword] });
        }
      }}
    />
  );
}
