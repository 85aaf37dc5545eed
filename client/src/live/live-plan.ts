import { ACK_SUBPROTOCOL, FRAME, type PresenceSaid, type RoomMessage, SCHEMA_VERSION } from '@withy/shared/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type CountingSocket, countingSocket } from './counting-socket.ts'
import { BROUGHT_BACK, createKeeper, type Keeper } from './device-copy/keeper.ts'
import { createSay, everyoneElse, type Here } from './here.ts'
import { createHold, type Hold } from './hold.ts'
import { createLedger } from './ledger.ts'
import { type EndedWhy, type Link, linkOf, NOT_SAVED_AFTER, sameLink, whyEnded } from './link.ts'
import { createListeners } from './listeners.ts'
import { ownServer, reconnect, watchNetwork } from './network.ts'
import type { Sending } from './outbox.ts'
import { sendOwnPresenceOnly } from './own-presence.ts'
import { reachingSocket } from './reaching-socket.ts'
import { ackIn, roomMessageIn } from './room-frames.ts'
import { StreamedSocket } from './streamed-socket.ts'
import { createTypingFor } from './typing-for.ts'
import { createUndo } from './undo.ts'
import { rootsChanged, watchDocument } from './watchdog.ts'

export type { Here } from './here.ts'
export type { EndedWhy, Link } from './link.ts'
export type { Sending } from './outbox.ts'

type Off = () => void

/** One plan, open on this page. */
export interface LivePlan {
  /** The document as this page shows it. */
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly awareness: Awareness
  link(): Link
  /** Told of every other state of the link, and of every part of something large that goes. */
  onLink(listener: (link: Link) => void): Off
  /** Whether all has come that was there when the plan was opened: what comes from here on is new. */
  hasAnswer(): boolean
  /** Which part of something large is on its way, or null. The same object until it changes. */
  sending(): Sending | null
  /** Roots (box keys) with words typed here that are not on the server's disk, oldest first. */
  unsaved(): readonly string[]
  /** Everyone else, with the identity the server stamped. The same array until something changes. */
  here(): readonly Here[]
  onHere(listener: (here: readonly Here[]) => void): Off
  /** Says where this page is; fields left out stay as they were. */
  say(said: PresenceSaid): void
  onMessage(listener: (message: RoomMessage) => void): Off
  /**
   * From here on what is typed here is kept as typed for this person; null: for nobody but oneself. Where they are not in the
   * plan the message `not-typing-for` comes, and it ends.
   */
  typeFor(person: string | null): void
  /** Whom what is written now is said to be for; null: nobody but who writes. */
  typesFor(): string | null
  /** Keeps one change as typed for this person, or for nobody. Who else is typed for before and after it stays. */
  changeFor(person: string | null, change: () => void): void
  /** Lets what others write wait until what it returns is called. */
  hold: Hold['hold']
  divert: Hold['divert']
  letIn: Hold['letIn']
  /** Keeps what is not acked on this device, once it is given a shelf. */
  readonly keeper: Keeper
  /** Puts in what this person typed on a page that is gone, as one change typed for nobody. */
  bringBack(updates: readonly Uint8Array[]): void
  /** Closes the socket and the document for good. Un-acked words go nowhere any more: look at `unsaved()` first. */
  close(): void
}

export type LivePlanNeeds = {
  readonly plan: string
  readonly epoch: string
  /** A room screen, not a person at a keyboard. */
  readonly screen?: boolean
  /** `ws://host/plans`. Left out: this page's own server. */
  readonly server?: string
  readonly Socket?: typeof WebSocket
}

/** One for the page: what was found out on the way to one plan holds for the next. */
const ReachingSocket = reachingSocket(() => WebSocket, StreamedSocket as unknown as typeof WebSocket)

/** How often the state of the link is looked at again, since age alone can change it (ms). */
const LOOK_EVERY = 500

/** How often at most others' places are told of (ms). */
const HERE_EVERY = 80

/**
 * Opens a plan: one document, one socket (cookie sign-in, acks), one undo manager. Never throws; what goes wrong shows
 * in `link()`. After `ended` it does not come back by itself: ask the server for the plan and open it again.
 */
export function openLivePlan(needs: LivePlanNeeds): LivePlan {
  const { plan, epoch, screen, server = ownServer(), Socket = ReachingSocket } = needs
  // One document for the wire and for the screen: what somebody holds back waits beside it (held.ts).
  const wire = new Y.Doc()
  const doc = wire

  const ledger = createLedger()
  const typing = createTypingFor()
  const watchdog = watchDocument(wire)
  const links = createListeners<Link>()
  const heres = createListeners<readonly Here[]>()
  const messages = createListeners<RoomMessage>()
  let socket: CountingSocket | null = null
  let everyone: readonly Here[] = []
  let telling: ReturnType<typeof setTimeout> | undefined
  let sayingFor: ReturnType<typeof setTimeout> | undefined
  let arrived = false
  let answered = false
  let ended: EndedWhy | null = null
  /** Closed here, on purpose: nobody is told any more. */
  let closed = false
  let resyncing = false
  /** As it was at the last look: inside a transaction the watchdog cannot tell. */
  let wedged = false

  const provider = new WebsocketProvider(server, `${encodeURIComponent(plan)}/live`, wire, {
    connect: false,
    disableBc: true,
    params: { schema: String(SCHEMA_VERSION), epoch },
    protocols: [ACK_SUBPROTOCOL],
    WebSocketPolyfill: countingSocket(Socket, {
      made(made) {
        socket = made
        ledger.socketMade()
      },
      sent: (frame, carries) => ledger.sent(frame, carries, Date.now()),
      saidFor: typing.saidFor,
    }),
  })
  const { awareness } = provider
  sendOwnPresenceOnly(provider)
  const undo = createUndo(doc)
  const hold = createHold(provider)
  const saying = createSay(awareness, screen ? { screen: true } : {})

  const keeper = createKeeper({
    client: wire.clientID,
    whole: () => Y.encodeStateAsUpdate(wire),
    unsaved: ledger.unsaved,
    connected: () => provider.wsconnected,
    onChange: () => look(),
  })

  const read = (): Link =>
    linkOf({
      now: Date.now(),
      arrived,
      connected: provider.wsconnected,
      ended,
      acks: socket?.protocol === ACK_SUBPROTOCOL,
      settled: ledger.settled(),
      whole: !wedged && !ledger.missed(),
      unsaved: ledger.unsaved().length > 0 || wedged,
      // What a wedged document no longer tells of, nobody can keep.
      kept: wedged ? 'no' : keeper.kept(),
      waitingSince: ledger.waitingSince(),
      lastHeard: provider.wsLastMessageReceived,
    })
  let link: Link = { is: 'opening' }
  let told: Link = link
  let toldSending: Sending | null = null
  /** As it is at this moment, and the same object until it changes. Tells nobody: it may be asked while a page is drawn. */
  const now = (): Link => {
    const next = read()
    if (!sameLink(link, next)) link = next
    return link
  }
  const look = () => {
    if (closed) return
    keeper.look()
    wedged = watchdog.wedged()
    const next = now()
    const sending = socket?.sending() ?? null
    if (sameLink(told, next) && toldSending === sending) return
    told = next
    toldSending = sending
    links.tell(next)
  }
  const end = (why: EndedWhy) => {
    ended = why
    if (why === 'bad-message' || why === 'too-large' || why === 'plan-full') keeper.refused()
    provider.disconnect()
    look()
  }

  // Changes after the snapshot follow the first sync, each by itself. Who is here comes after the last of them.
  const hearsWhoIsHere = provider.messageHandlers[FRAME.awareness]
  provider.messageHandlers[FRAME.awareness] = (...heard) => {
    if (arrived) answered = true
    hearsWhoIsHere?.(...heard)
  }
  provider.messageHandlers[FRAME.ack] = (_encoder, decoder) => {
    const ack = ackIn(decoder)
    if (ack === null) return
    ledger.acked(ack.count)
    socket?.acked(ack.count)
    if (ledger.settled()) typing.settled()
    look()
  }
  provider.messageHandlers[FRAME.room] = (_encoder, decoder) => {
    const message = roomMessageIn(decoder)
    if (message?.type === 'not-typing-for') typing.refused(message.person)
    if (message !== null) messages.tell(message)
  }
  // After the provider's own listener: by now the frame, if there is one, has been sent.
  wire.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === provider) return keeper.othersChanged()
    keeper.changed(update)
    ledger.changed(rootsChanged(wire, transaction), Date.now())
    typing.changed()
    queueMicrotask(look)
  })
  // Carets of a hall full of people change many times a second: told of together.
  awareness.on('change', () => {
    telling ??= setTimeout(() => {
      telling = undefined
      everyone = everyoneElse(awareness)
      heres.tell(everyone)
    }, HERE_EVERY)
  })
  // Looked at when all is told: a final close code comes last, and what was closed on purpose is not "lost" before it.
  provider.on('sync', (synced) => {
    if (synced) arrived = true
    queueMicrotask(look)
  })
  provider.on('status', ({ status }) => {
    // Others forgot us when the last socket closed, at this clock: only a newer one is news to them.
    if (status === 'connected') awareness.setLocalState(awareness.getLocalState())
    queueMicrotask(look)
  })
  provider.on('connection-close', () => {
    // y-websocket waits 200 ms, 400 ms, ... but at most this: a random cap keeps a hall of phones from returning at once.
    provider.maxBackoffTime = 100 + Math.random() * Math.min(300 * 2 ** provider.wsUnsuccessfulReconnects, 5_000)
  })
  provider.on('closed', (event) => end(whyEnded(event)))

  /** What a frame has missed goes over with a new sync; a wedged document ends after it (SPEC SYNC-47). */
  const mend = () => {
    if (ended || !provider.wsconnected) return
    const broken = watchdog.wedged() || ledger.missed()
    if (broken && !resyncing) reconnect(provider)
    // An editor on a document that tells it nothing would take out what others write: it must be opened again.
    else if (watchdog.wedged() && ledger.settled()) end('reload')
    resyncing = broken
  }
  /** On a slow line a large part takes its time: that is no reason to doubt the socket. */
  const isUnanswered = (at: number) => {
    const since = ledger.waitingSince()
    if (since === null || !provider.wsconnected || socket?.sending()) return false
    return at - since >= NOT_SAVED_AFTER && provider.wsLastMessageReceived < since
  }
  const looking = setInterval(() => {
    mend()
    network.tick(isUnanswered(Date.now()))
    look()
  }, LOOK_EVERY)
  const network = watchNetwork(provider)

  provider.connect()

  return {
    doc,
    undo,
    awareness,
    link: now,
    onLink: links.add,
    hasAnswer: () => answered,
    sending: () => socket?.sending() ?? null,
    unsaved: () => (watchdog.wedged() ? [...doc.share.keys()] : ledger.unsaved()),
    here: () => everyone,
    onHere: heres.add,
    say: saying.say,
    onMessage: messages.add,
    typeFor(person) {
      typing.set(person)
      socket?.sayFor()
    },
    typesFor: () => typing.saidFor('update'),
    changeFor(person, change) {
      typing.during(person, change)
      // Several changes of one person go together.
      clearTimeout(sayingFor)
      sayingFor = setTimeout(() => socket?.sayFor())
    },
    ...hold,
    keeper,
    bringBack(updates) {
      const change = () => {
        for (const update of updates) Y.applyUpdate(doc, update, BROUGHT_BACK)
      }
      // It was typed on another page, and who it was for is not known.
      typing.during(null, () => doc.transact(change, BROUGHT_BACK))
    },
    close() {
      closed = true
      keeper.stop()
      clearInterval(looking)
      clearTimeout(telling)
      clearTimeout(sayingFor)
      network.stop()
      saying.stop()
      watchdog.stop()
      provider.destroy()
      undo.destroy()
      doc.destroy()
      ended ??= 'reload'
    },
  }
}
