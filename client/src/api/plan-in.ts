/** The plan whose page this is, by the address of the page; null: none. */
export const planIn = (address: string): string | null => /^\/plans\/([^/]+)/.exec(address)?.[1] ?? null
