import { Suspense, useEffect } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { whenForgotten } from '../features/people/forgotten.ts'
import { ReadingPlace } from '../features/reading/reading-button.tsx'
import { whenIdle } from '../live/page-time.ts'
import { openTexts } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { PageFrame } from '../ui/page.tsx'
import { Announcer } from './announcer.tsx'
import { fetchedPage, fetchPage } from './fetched-page.ts'
import { Frame } from './frame.tsx'
import { Loading } from './loading.tsx'
import { TroubleBoundary } from './trouble-boundary.tsx'
import { useCarefulGoing } from './use-careful-going.ts'

const HomePage = fetchedPage('/', () => import('../pages/home-page.tsx'))
const StartPage = fetchedPage('/start', () => import('../pages/start-page.tsx'))
const JoinPage = fetchedPage('/join', () => import('../pages/join-page.tsx'))
const BackPage = fetchedPage('/back', () => import('../pages/back-page.tsx'))
const PlanPage = fetchedPage('/plans/:plan', () => import('../pages/plan-page.tsx'))
const SharePage = fetchedPage('/plans/:plan/share', () => import('../pages/share-page.tsx'))
const withWorkshopTexts = <Page,>(page: Promise<Page>): Promise<Page> =>
  Promise.all([page, openTexts('workshop')]).then(([page]) => page)
const ScreenPage = fetchedPage('/plans/:plan/screen', () => withWorkshopTexts(import('../pages/screen-page.tsx')))
const WorkshopsPage = fetchedPage('/plans/:plan/workshops', () =>
  withWorkshopTexts(import('../pages/workshops-page.tsx')),
)
const WorkshopPage = fetchedPage('/plans/:plan/workshops/:workshop', () =>
  withWorkshopTexts(import('../pages/workshop-page.tsx')),
)
const WorkshopRecordPage = fetchedPage('/plans/:plan/workshops/:workshop/record', () =>
  withWorkshopTexts(import('../pages/workshop-record-page.tsx')),
)
const YouSaidPage = fetchedPage('/plans/:plan/workshops/:workshop/you-said', () =>
  withWorkshopTexts(import('../pages/you-said-page.tsx')),
)
const DidItHappenPage = fetchedPage('/plans/:plan/did-it-happen', () =>
  withWorkshopTexts(import('../pages/did-it-happen-page.tsx')),
)
const PreparePage = fetchedPage('/plans/:plan/workshops/:workshop/prepare', () =>
  withWorkshopTexts(import('../pages/prepare-page.tsx')),
)
const SheetsPage = fetchedPage('/plans/:plan/workshops/:workshop/sheets', () =>
  withWorkshopTexts(import('../pages/sheets-page.tsx')),
)
const HelpPage = fetchedPage('/help', () => import('../pages/help-page.tsx'))
const WorkshopHelpPage = fetchedPage('/help/run-a-workshop', () =>
  withWorkshopTexts(import('../pages/workshop-help-page.tsx')),
)
const InWorkshopHelpPage = fetchedPage('/help/in-a-workshop', () =>
  withWorkshopTexts(import('../pages/in-workshop-help-page.tsx')),
)
const PrivacyPage = fetchedPage('/privacy', () => import('../pages/privacy-page.tsx'))
const AccessibilityPage = fetchedPage('/accessibility', () => import('../pages/accessibility-page.tsx'))
const NotFoundPage = fetchedPage('*', () => import('../pages/not-found-page.tsx'))

/** Small pages people look at from a plan: here before the connection is gone. */
const FROM_A_PLAN = ['/', '/help']

/** Every page by its address. */
export function App() {
  const t = useText()
  const { go, isStopped, goOn } = useCarefulGoing()
  const [address] = useLocation()
  useEffect(() => whenForgotten(() => location.reload()), [])
  const isPlan = address.startsWith('/plans/')
  useEffect(() => {
    if (isPlan) void whenIdle().then(() => FROM_A_PLAN.forEach((path) => void fetchPage(path).catch(() => {})))
  }, [isPlan])
  return (
    <PageFrame.Provider value={Frame}>
      <Announcer>
        <Router aroundNav={go}>
          <TroubleBoundary address={address}>
            <Suspense fallback={<Loading />}>
              <Switch>
                <Route path="/" component={HomePage} />
                <Route path="/start" component={StartPage} />
                <Route path="/join" component={JoinPage} />
                <Route path="/back" component={BackPage} />
                <Route path="/plans/:plan">{({ plan }) => <PlanPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/share">{({ plan }) => <SharePage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/screen">{({ plan }) => <ScreenPage key={plan} plan={plan} />}</Route>
                <Route path="/plans/:plan/did-it-happen">
                  {({ plan }) => <DidItHappenPage key={plan} plan={plan} />}
                </Route>
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
                <Route path="/help" component={HelpPage} />
                <Route path="/help/run-a-workshop" component={WorkshopHelpPage} />
                <Route path="/help/in-a-workshop" component={InWorkshopHelpPage} />
                <Route path="/privacy" component={PrivacyPage} />
                <Route path="/accessibility" component={AccessibilityPage} />
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
        <ReadingPlace />
      </Announcer>
    </PageFrame.Provider>
  )
}
