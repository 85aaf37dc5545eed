import type { WebsocketProvider } from 'y-websocket'

type Changed = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] }

/**
 * y-websocket sends back every presence it hears: in a full hall each page would say everybody's, many times a second.
 * From here on it sends only this page's own.
 */
export function sendOwnPresenceOnly(provider: WebsocketProvider): void {
  const { awareness, _awarenessUpdateHandler: send } = provider
  awareness.off('update', send)
  // Under its own name, so that the provider takes this one off when it goes.
  provider._awarenessUpdateHandler = (changed: Changed, origin: unknown) => {
    const isOwn = Object.values(changed).some((clients) => clients.includes(awareness.clientID))
    if (isOwn) send({ added: [], updated: [awareness.clientID], removed: [] }, origin)
  }
  awareness.on('update', provider._awarenessUpdateHandler)
}
