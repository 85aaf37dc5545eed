import { Page } from '../ui/page.tsx'

export default function AccessibilityPage() {
  return <Page title="Accessibility">{null}</Page>
}
