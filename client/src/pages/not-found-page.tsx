import { Page } from '../ui/page.tsx'

export default function NotFoundPage() {
  return <Page title="NotFound">{null}</Page>
}
