import { Page } from '../ui/page.tsx'

export default function ScreenPage({ plan }: { readonly plan: string }) {
  return <Page title="Screen">{plan}</Page>
}
