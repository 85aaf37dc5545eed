import { REFUSALS } from '@withy/shared/api'
import { LANGUAGES, type Language } from '@withy/shared/plan'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { html, raw } from 'hono/html'
import { addressOf } from '../http/address.ts'
import { languageOf } from '../http/language.ts'
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
    wanted: { readonly lang: Language; readonly size: 'normal'; readonly sections?: readonly string[] },
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
    if (!link || link.isOver) return over(c, link?.lang ?? languageOf(c))
    const version = await sealed.at(link.plan, String(link.number))
    if (!version) return over(c, link.lang ?? languageOf(c))
    const { sections } = link
    const wanted = { lang: link.lang ?? 'en', size: 'normal', ...(sections && { sections }) } as const
    return c.html(String(await makeCopy(version, 'html', wanted, address)))
  })
}

const TITLE = { en: 'This page is not here', cy: 'Nid yw’r dudalen hon yma' } as const
const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.55 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:3rem 1.25rem}section+section{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid}h1,h2{font-size:1.6rem;line-height:1.25}'

/**
 * A page and no JSON: people come here from a message, and not from a page of ours. In every language, since a link goes from hand
 * to hand; first that of the copy, where the link was one of ours.
 */
function over(c: Context, first: Language) {
  const others = LANGUAGES.filter((lang) => lang !== first)
  const words = (lang: Language, title: unknown) =>
    html`<section lang="${lang}">${title}<p>${REFUSALS['link-over'][lang]}</p></section>`
  return c.html(
    html`<!doctype html><html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE[first]} - Withy</title><style>${raw(STYLE)}</style></head><body><main>${words(first, html`<h1>${TITLE[first]}</h1>`)}${others.map((lang) => words(lang, html`<h2>${TITLE[lang]}</h2>`))}</main></body></html>`,
    410,
  )
}
