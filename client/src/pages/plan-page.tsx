import { Page } from '../ui/page.tsx'

export default function PlanPage({ plan }: { readonly plan: string }) {
  return <Page title="Plan">{plan}</Page>
}
