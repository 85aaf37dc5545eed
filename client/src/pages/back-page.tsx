import { Page } from '../ui/page.tsx'

export default function BackPage() {
  return <Page title="Back">{null}</Page>
}
