/** What stands after `#` in an address, as it was meant; null where it is not written as addresses are (`%E0`). Anybody may have made the link. */
export function decoded(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return null
  }
}
