import * as React from 'react';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState
} from 'react';
import type { Section } from '../core/finding';
import type { ITranslator } from '../core/text';
import type { IPublicationSession } from '../session/publicationSession';
import { AccountSection } from './AccountSection';
import { ActionBar } from './ActionBar';
import { ContentsSection } from './ContentsSection';
import { EnvironmentSection } from './EnvironmentSection';
import { ErrorSummary } from './ErrorSummary';
import { Header } from './Header';
import { MetadataSection } from './MetadataSection';
import { Outcome } from './Outcome';
import { PublishSection } from './PublishSection';
import { SteadyFocus } from './SteadyFocus';
import { Trouble } from './Trouble';
import { VersionBox } from './VersionBox';
import { ITarget, PanelProvider } from './context';
import { withMissing } from './problems';
import { ReviewBox } from './review/ReviewBox';
import { useFolding } from './useFolding';
import { useSession } from './useSession';

export interface IPublishPanelProps {
  session: IPublicationSession;
  trans: ITranslator;
}

/** The panel "Publish to Zenodo": one publication, from files to its DOI. */
export function PublishPanel({
  session,
  trans
}: IPublishPanelProps): JSX.Element {
  const told = useSession(session);
  const state = useMemo(
    () => withMissing(told, trans, session.now()),
    [told, trans, session]
  );
  const prefix = useId();
  const { open, toggle, unfold } = useFolding(state);
  const [target, setTarget] = useState<ITarget | null>(null);
  const go = useCallback(
    (section: Section, field = 'findings') => {
      unfold(section);
      setTarget({ section, field, reached: false });
    },
    [unfold]
  );
  // What has no field of its own stands at the one that it is part of.
  useEffect(() => {
    const dot = target?.field.lastIndexOf('.') ?? -1;
    if (target && !target.reached && dot > 0) {
      const timer = setTimeout(() => {
        if (!target.reached) {
          go(target.section, target.field.slice(0, dot));
        }
      });
      return () => clearTimeout(timer);
    }
  }, [target, go]);
  const { phase } = state;
  // Once it went through, a summary that comes later must not take the focus.
  useEffect(() => {
    if (
      phase === 'uploaded' ||
      phase === 'in-review' ||
      phase === 'published'
    ) {
      setTarget(null);
    }
  }, [phase]);
  // The DOI, and what went wrong, stand at the top.
  const scroll = useRef<HTMLDivElement>(null);
  const news =
    phase === 'published' ||
    phase === 'in-review' ||
    state.publish.review?.state ||
    state.publish.trouble;
  useEffect(() => {
    if (news && scroll.current) {
      scroll.current.scrollTop = 0;
    }
  }, [news]);
  const locked = phase === 'running' || phase === 'published';
  const panel = useMemo(
    () => ({ session, state, trans, prefix, target, open, toggle, locked, go }),
    [session, state, trans, prefix, target, open, toggle, locked, go]
  );

  return (
    <PanelProvider value={panel}>
      <section
        className="jp-ZenodoPublisher"
        role="region"
        aria-label={trans.__('Publish to Zenodo')}
      >
        <Header />
        <div ref={scroll} className="jp-ZenodoPublisher-scroll" tabIndex={-1}>
          <SteadyFocus scroll={scroll}>
            <div className="jp-ZenodoPublisher-col">
              <div role="status">
                <Outcome />
              </div>
              <div role="alert">
                <Trouble />
              </div>
              <ReviewBox />
              <ErrorSummary />
              <VersionBox />
              <ContentsSection />
              <EnvironmentSection />
              <MetadataSection />
              <AccountSection />
              <PublishSection />
            </div>
          </SteadyFocus>
        </div>
        <ActionBar />
      </section>
    </PanelProvider>
  );
}

export default PublishPanel;
