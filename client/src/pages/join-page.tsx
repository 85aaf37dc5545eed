import { Page } from '../ui/page.tsx'

export default function JoinPage() {
  return <Page title="Join">{null}</Page>
}
