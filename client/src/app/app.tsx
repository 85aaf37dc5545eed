import { Suspense, useEffect } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { whenForgotten } from '../features/people/forgotten.ts'
import { ReadingPlace } from '../features/reading/reading-button.tsx'
import { RulerPlace } from '../features/reading/ruler-place.tsx'
import { type Later, openTexts } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { fetchAhead } from '../ui/fetch-ahead.ts'
import { laterDialog } from '../ui/later-dialog.tsx'
import { PageFrame } from '../ui/page.tsx'
import { Announcer } from './announcer.tsx'
import { fetchedPage, fetchPage } from './fetched-page.ts'
import { Frame } from './frame.tsx'
import { Loading } from './loading.tsx'
import { TroubleBoundary } from './trouble-boundary.tsx'
import { useCarefulGoing } from './use-careful-going.ts'

/** A page together with the texts that come later than the first ones. */
const withTexts = <Page,>(page: Promise<Page>, ...texts: readonly Later[]): Promise<Page> =>
  Promise.all([page, openTexts(...texts)]).then(([page]) => page)

const HomePage = fetchedPage('/', () => withTexts(import('../pages/home-page.tsx'), 'home'))
const StartPage = fetchedPage('/start', () => withTexts(import('../pages/start-page.tsx'), 'people'))
const BringPage = fetchedPage('/start/from-a-file', () =>
  withTexts(import('../pages/bring-page.tsx'), 'people', 'import'),
)
const ManyPlansPage = fetchedPage('/take-away', () =>
  withTexts(import('../pages/many-plans-page.tsx'), 'many', 'plan-dialogs'),
)
const JoinPage = fetchedPage('/join', () => withTexts(import('../pages/join-page.tsx'), 'join'))
const BackPage = fetchedPage('/back', () => withTexts(import('../pages/back-page.tsx'), 'people'))
const PlanPage = fetchedPage('/plans/:plan', () => import('../pages/plan-page.tsx'))
const SharePage = fetchedPage('/plans/:plan/share', () => withTexts(import('../pages/share-page.tsx'), 'people'))
const ScreenPage = fetchedPage('/plans/:plan/screen', () =>
  withTexts(import('../pages/screen-page.tsx'), 'workshop', 'standing'),
)
const WorkshopsPage = fetchedPage('/plans/:plan/workshops', () =>
  withTexts(import('../pages/workshops-page.tsx'), 'workshop'),
)
const WorkshopPage = fetchedPage('/plans/:plan/workshops/:workshop', () =>
  withTexts(import('../pages/workshop-page.tsx'), 'workshop', 'people'),
)
const WorkshopRecordPage = fetchedPage('/plans/:plan/workshops/:workshop/record', () =>
  withTexts(import('../pages/workshop-record-page.tsx'), 'workshop'),
)
const YouSaidPage = fetchedPage('/plans/:plan/workshops/:workshop/you-said', () =>
  withTexts(import('../pages/you-said-page.tsx'), 'workshop', 'people'),
)
const DidItHappenPage = fetchedPage('/plans/:plan/did-it-happen', () =>
  withTexts(import('../pages/did-it-happen-page.tsx'), 'workshop', 'people'),
)
const PreparePage = fetchedPage('/plans/:plan/workshops/:workshop/prepare', () =>
  withTexts(import('../pages/prepare-page.tsx'), 'workshop', 'people'),
)
const SheetsPage = fetchedPage('/plans/:plan/workshops/:workshop/sheets', () =>
  withTexts(import('../pages/sheets-page.tsx'), 'workshop'),
)
const HistoryPage = fetchedPage('/plans/:plan/history/*?', () =>
  withTexts(import('../pages/history-page.tsx'), 'history', 'agreement'),
)
const HelpPage = fetchedPage('/help', () => withTexts(import('../pages/help-page.tsx'), 'help', 'keys'))
const WorkshopHelpPage = fetchedPage('/help/run-a-workshop', () =>
  withTexts(import('../pages/workshop-help-page.tsx'), 'help', 'workshop'),
)
const InWorkshopHelpPage = fetchedPage('/help/in-a-workshop', () =>
  withTexts(import('../pages/in-workshop-help-page.tsx'), 'help', 'workshop'),
)
const AgreePage = fetchedPage('/plans/:plan/agree', () => withTexts(import('../pages/agree-page.tsx'), 'agreement'))
const SealedPage = fetchedPage('/plans/:plan/agreed/:number', () =>
  withTexts(import('../pages/sealed-page.tsx'), 'agreement'),
)
const CopiesPage = fetchedPage('/plans/:plan/agreed/:number/copies', () =>
  withTexts(import('../pages/copies-page.tsx'), 'copies', 'plan-dialogs'),
)
const AgreeHelpPage = fetchedPage('/help/agree-a-plan', () =>
  withTexts(import('../pages/agree-help-page.tsx'), 'help', 'agreement'),
)
const FormatsHelpPage = fetchedPage('/help/formats', () =>
  withTexts(import('../pages/formats-help-page.tsx'), 'help', 'copies', 'plan-dialogs', 'check'),
)
const TalkHelpPage = fetchedPage('/help/say-something', () =>
  withTexts(import('../pages/talk-help-page.tsx'), 'help', 'talk'),
)
const CareWordsPage = fetchedPage('/help/care-words', () =>
  withTexts(import('../pages/care-words-page.tsx'), 'help', 'glossary'),
)
const CheckPage = fetchedPage('/check', () => withTexts(import('../pages/check-page.tsx'), 'check'))
const PrivacyPage = fetchedPage('/privacy', () => withTexts(import('../pages/privacy-page.tsx'), 'help', 'people'))
const AccessibilityPage = fetchedPage('/accessibility/*?', () =>
  withTexts(import('../pages/accessibility-page.tsx'), 'help', 'people'),
)
const NotFoundPage = fetchedPage('*', () => import('../pages/not-found-page.tsx'))

const reading = laterDialog(async () => (await import('../pages/reading-sheet.tsx')).ReadingSheet, 'reading', 'keys')

/** Small pages people look at from a plan: here before the connection is gone. */
const FROM_A_PLAN = ['/', '/help']
/** Where the name that is being typed leads. */
const FROM_JOINING = ['/plans/:plan']
const NOWHERE: readonly string[] = []

/** Every page by its address. */
export function App() {
  const t = useText()
  const { go, isStopped, goOn } = useCarefulGoing()
  const [address] = useLocation()
  useEffect(() => whenForgotten(() => location.reload()), [])
  const next = address.startsWith('/plans/') ? FROM_A_PLAN : address.startsWith('/join') ? FROM_JOINING : NOWHERE
  useEffect(() => {
    for (const path of next) fetchAhead('page', () => fetchPage(path)).catch(() => {})
  }, [next])
  return (
    <PageFrame.Provider value={Frame}>
      <Announcer>
        <Router aroundNav={go}>
          <TroubleBoundary address={address}>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/" component={HomePage} />
                <Route path="/start" component={StartPage} />
                <Route path="/start/from-a-file" component={BringPage} />
                <Route path="/take-away" component={ManyPlansPage} />
                <Route path="/join" component={JoinPage} />
                <Route path="/back" component={BackPage} />
                <Route path="/plans/:plan">{({ plan }) => <PlanPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/share">{({ plan }) => <SharePage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/screen">{({ plan }) => <ScreenPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/did-it-happen">
                  {({ plan }) => <DidItHappenPage key={plan} plan={plan} />}
                </Route>
                <Route path="/plans/:plan/history/*?">{({ plan }) => <HistoryPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/workshops">{({ plan }) => <WorkshopsPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/workshops/:workshop">
                  {({ plan, workshop }) => <WorkshopPage key={workshop} plan={plan} workshop={workshop} />}
                </Route>
                <Route path="/plans/:plan/workshops/:workshop/record">
                  {({ plan, workshop }) => <WorkshopRecordPage key={workshop} plan={plan} workshop={workshop} />}
                </Route>
                <Route path="/plans/:plan/workshops/:workshop/you-said">
                  {({ plan, workshop }) => <YouSaidPage key={workshop} plan={plan} workshop={workshop} />}
                </Route>
                <Route path="/plans/:plan/workshops/:workshop/prepare">
                  {({ plan, workshop }) => <PreparePage key={workshop} plan={plan} workshop={workshop} />}
                </Route>
                <Route path="/plans/:plan/workshops/:workshop/sheets">
                  {({ plan, workshop }) => <SheetsPage key={workshop} plan={plan} workshop={workshop} />}
                </Route>
                <Route path="/plans/:plan/agree">{({ plan }) => <AgreePage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/agreed/:number/copies">
                  {({ plan, number }) => <CopiesPage key={`${plan}/${number}`} plan={plan} number={Number(number)} />}
                </Route>
                <Route path="/plans/:plan/agreed/:number">
                  {({ plan, number }) => <SealedPage key={number} plan={plan} number={Number(number)} />}
                </Route>
                <Route path="/help" component={HelpPage} />
                <Route path="/help/run-a-workshop" component={WorkshopHelpPage} />
                <Route path="/help/in-a-workshop" component={InWorkshopHelpPage} />
                <Route path="/help/agree-a-plan" component={AgreeHelpPage} />
                <Route path="/help/say-something" component={TalkHelpPage} />
                <Route path="/help/formats" component={FormatsHelpPage} />
                <Route path="/help/care-words" component={CareWordsPage} />
                <Route path="/check" component={CheckPage} />
                <Route path="/privacy" component={PrivacyPage} />
                <Route path="/accessibility/*?" component={AccessibilityPage} />
                <Route component={NotFoundPage} />
              </Switch>
            </Suspense>
          </TroubleBoundary>
        </Router>
        {isStopped && (
          <Dialog title={t('common.not-reached-title')} close={t('common.close')} onClose={goOn}>
            <p>{t('common.not-reached-words')}</p>
          </Dialog>
        )}
        <ReadingPlace sheet={reading} />
        <RulerPlace />
      </Announcer>
    </PageFrame.Provider>
  )
}
