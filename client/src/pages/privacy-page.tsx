import { Page } from '../ui/page.tsx'

export default function PrivacyPage() {
  return <Page title="Privacy">{null}</Page>
}
