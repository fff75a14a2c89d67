import * as React from 'react';
import {
  createContext,
  RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState
} from 'react';
import type { IFinding, IFix, Section } from '../core/finding';
import { usePanel } from './context';
import { doneWords, Where } from './fixWords';
import { IKeyedFinding, keyed, sectionFindings } from './sectionFindings';

/** The places beside findings to which the focus can go. */
export const LIST = 'list';
export const ASIDE = 'aside';

/** What is being done, and by which button. */
export interface IBusy {
  readonly key: string;
  readonly button: string;
}

/** What the findings of a section share: one is mended at a time. */
export interface IMending {
  readonly busy: IBusy | null;
  /** What came of the last thing that was done; '' = nothing yet. */
  readonly told: string;
  /** Make the change of a fix. `button` says which button shows that it is at work. */
  apply(one: IKeyedFinding, fix: IFix, where: Where, button: string): void;
  ignore(one: IKeyedFinding): void;
  accept(one: IKeyedFinding, reason: string): void;
  bringBack(finding: IFinding): void;
  readonly places: Map<string, HTMLElement>;
}

const MendingContext = createContext<IMending | null>(null);

/** What the findings of the section share. */
export function useMending(): IMending {
  const mending = useContext(MendingContext);
  if (!mending) {
    throw new Error('A finding was rendered outside of a section');
  }
  return mending;
}

/** A place to which the focus goes when the finding before it is gone. */
export function useFocusPlace(
  name: string,
  place: RefObject<HTMLElement>
): void {
  const { places } = useMending();
  useEffect(() => {
    const element = place.current;
    if (element) {
      places.set(name, element);
      return () => {
        places.delete(name);
      };
    }
  }, [places, name, place]);
}

interface IMendingProps {
  section: Section;
  children: React.ReactNode;
}

/** Lets the findings in a section be mended, and takes care of the focus afterwards. */
export function Mending({ section, children }: IMendingProps): JSX.Element {
  const { session, trans, prefix } = usePanel();
  const [busy, setBusy] = useState<IBusy | null>(null);
  const [told, setTold] = useState('');
  const [goal, setGoal] = useState<readonly string[] | null>(null);
  const places = useRef(new Map<string, HTMLElement>()).current;
  const working = useRef(false);

  /** Keys of all findings of the section as the session has them now. */
  const keysNow = useCallback(() => {
    const { lead, list } = sectionFindings(session.state, section);
    return [...(lead ? [lead] : []), ...list].map(({ key }) => key);
  }, [session, section]);

  const apply = useCallback(
    async (one: IKeyedFinding, fix: IFix, where: Where, button: string) => {
      if (working.current) {
        return;
      }
      working.current = true;
      const before = keysNow();
      setBusy({ key: one.key, button });
      setTold('');
      try {
        await session.findings.apply(one.finding, fix, where);
      } finally {
        working.current = false;
        setBusy(null);
      }
      const isGone = !keysNow().includes(one.key);
      setTold(
        isGone
          ? doneWords(fix.fix, where, trans)
          : trans.__('The finding is still there.')
      );
      if (isGone) {
        setGoal(before.slice(before.indexOf(one.key) + 1));
      }
    },
    [session, trans, keysNow]
  );

  const mending = useMemo<IMending>(() => {
    const setAside = (key: string, act: () => void, words: string) => {
      const before = keysNow();
      act();
      setTold(words);
      setGoal(before.slice(before.indexOf(key) + 1));
    };
    return {
      busy,
      told,
      places,
      apply: (...change) => void apply(...change),
      ignore: ({ key, finding }) =>
        setAside(
          key,
          () => session.findings.ignore(finding),
          trans.__('Ignored. It stands under “set aside” now.')
        ),
      accept: ({ key, finding }, reason) =>
        setAside(
          key,
          () => session.findings.accept(finding, reason),
          trans.__('Set aside, with your reason.')
        ),
      bringBack: finding => {
        session.findings.bringBack(finding);
        setTold(trans.__('Shown again.'));
        setGoal(keyed([finding]).map(({ key }) => key));
      }
    };
  }, [busy, told, places, apply, keysNow, session, trans]);

  useEffect(() => {
    // Only where the focus went with what had it: never out of what is typed meanwhile.
    const { activeElement, body } = document;
    if (goal === null || (activeElement && activeElement !== body)) {
      return;
    }
    const name = [...goal, LIST, ASIDE].find(one => places.has(one));
    const place =
      name === undefined
        ? document
            .getElementById(`${prefix}-heading-${section}`)
            ?.querySelector('button')
        : places.get(name);
    place?.focus();
  }, [goal, places, prefix, section]);

  return (
    <MendingContext.Provider value={mending}>
      {children}
    </MendingContext.Provider>
  );
}
