import { Page } from '../ui/page.tsx'

export default function HelpPage() {
  return <Page title="Help">{null}</Page>
}
