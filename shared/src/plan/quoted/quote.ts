/** Some words of a text, with what stood around them. */
export type Quote = { readonly quote: string; readonly before: string; readonly after: string }
/** Where words stand in a text. */
export type Span = { readonly from: number; readonly to: number }
