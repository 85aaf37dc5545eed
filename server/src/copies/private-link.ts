import { REFUSALS } from '@withy/shared/api'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import { addressOf } from '../http/address.ts'
import type { Routes } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import type { CopyStore } from '../storage/copies.ts'
import type { SealedVersions, SealedWhole } from '../versions/sealed.ts'

export type PrivateLinkNeeds = {
  readonly app: Hono
  readonly budgets: Routes['budgets']
  readonly store: Pick<CopyStore, 'copyLink'>
  readonly sealed: Pick<SealedVersions, 'at'>
  readonly secrets: Pick<Secrets, 'idIn' | 'isLink'>
  /** Makes the web page of a sealed version. */
  readonly makeCopy: (
    version: SealedWhole,
    format: 'html',
    wanted: { readonly lang: 'en' | 'cy'; readonly size: 'normal'; readonly sections?: readonly string[] },
    asker: string,
  ) => Promise<string | Uint8Array>
}

/** A copy as a web page of its own: nothing runs in it, and it brings its style along. Goes round what all answers carry. */
export const copyHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  c.res.headers.set('cache-control', 'no-store')
  c.res.headers.set('x-robots-tag', 'noindex, nofollow')
}

/** `/copy/:secret`: a copy to read for whoever has the link, without a sign-in, until it is taken back (SPEC EXPORT-94). */
export function privateLinkRoute({ app, budgets, store, sealed, secrets, makeCopy }: PrivateLinkNeeds): void {
  app.get('/copy/:secret', async (c) => {
    const address = addressOf(c)
    await budgets.take('checks', address)
    const secret = c.req.param('secret')
    const id = secrets.idIn(secret)
    const link = id !== null && secrets.isLink(secret, 'copy', id, 0) ? await store.copyLink(id) : null
    const version = link && (await sealed.at(link.plan, String(link.number)))
    if (!link || !version) return over(c)
    const { sections } = link
    const wanted = { lang: link.lang ?? 'en', size: 'normal', ...(sections && { sections }) } as const
    return c.html(String(await makeCopy(version, 'html', wanted, address)))
  })
}

/** A page and no JSON: people come here from a message, and not from a page of ours. */
function over(c: Context) {
  const lang = /^\s*cy\b/i.test(c.req.header('accept-language') ?? '') ? 'cy' : 'en'
  const sentence = REFUSALS['link-over'][lang]
  return c.html(
    html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Withy</title></head><body><main><h1>Withy</h1><p>${sentence}</p></main></body></html>`,
    410,
  )
}
