import { Page } from '../ui/page.tsx'

export default function SharePage({ plan }: { readonly plan: string }) {
  return <Page title="Share">{plan}</Page>
}
