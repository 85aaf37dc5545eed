import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { whenForgotten } from '../features/people/forgotten.ts'
import { ReadingPlace } from '../features/reading/reading-button.tsx'
import { PageFrame } from '../ui/page.tsx'
import { Announcer } from './announcer.tsx'
import { Frame } from './frame.tsx'
import { Loading } from './loading.tsx'
import { TroubleBoundary } from './trouble-boundary.tsx'

const HomePage = lazy(() => import('../pages/home-page.tsx'))
const StartPage = lazy(() => import('../pages/start-page.tsx'))
const JoinPage = lazy(() => import('../pages/join-page.tsx'))
const BackPage = lazy(() => import('../pages/back-page.tsx'))
const PlanPage = lazy(() => import('../pages/plan-page.tsx'))
const SharePage = lazy(() => import('../pages/share-page.tsx'))
const ScreenPage = lazy(() => import('../pages/screen-page.tsx'))
const HelpPage = lazy(() => import('../pages/help-page.tsx'))
const PrivacyPage = lazy(() => import('../pages/privacy-page.tsx'))
const AccessibilityPage = lazy(() => import('../pages/accessibility-page.tsx'))
const NotFoundPage = lazy(() => import('../pages/not-found-page.tsx'))

/** Every page by its address. */
export function App() {
  useEffect(() => whenForgotten(() => location.reload()), [])
  return (
    <PageFrame.Provider value={Frame}>
      <Announcer>
        <TroubleBoundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/start" component={StartPage} />
              <Route path="/join" component={JoinPage} />
              <Route path="/back" component={BackPage} />
              <Route path="/plans/:plan">{({ plan }) => <PlanPage key={plan} plan={plan} />}</Route>
              <Route path="/plans/:plan/share">{({ plan }) => <SharePage key={plan} plan={plan} />}</Route>
              <Route path="/plans/:plan/screen">{({ plan }) => <ScreenPage key={plan} plan={plan} />}</Route>
              <Route path="/help" component={HelpPage} />
              <Route path="/privacy" component={PrivacyPage} />
              <Route path="/accessibility" component={AccessibilityPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </Suspense>
        </TroubleBoundary>
        <ReadingPlace />
      </Announcer>
    </PageFrame.Provider>
  )
}
