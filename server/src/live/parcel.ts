import { messageHead, OPCODE } from '@withy/shared/protocol'

/** A frame up to this size is copied into one piece with its neighbours; a larger one is sent from where it lies. */
const COPIED_BYTES = 16 * 1024

/**
 * Frames that go out together, in this order, to one socket or to a whole hall. Sending is what a live room costs most (a write
 * for each who gets it), so the bytes on the wire are made once, and shared by everyone.
 */
export class Parcel {
  readonly frames: readonly Uint8Array[]
  #wire: readonly Uint8Array[] | null = null

  constructor(frames: readonly Uint8Array[]) {
    this.frames = frames
  }

  /** The frames as binary websocket messages from a server (RFC 6455, 5.2: whole, not masked), in as few pieces as is worth it. */
  get wire(): readonly Uint8Array[] {
    this.#wire ??= wireOf(this.frames)
    return this.#wire
  }

  get byteLength(): number {
    return this.wire.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }
}

export const parcel = (...frames: readonly Uint8Array[]): Parcel => new Parcel(frames)

function wireOf(frames: readonly Uint8Array[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  let small: Uint8Array[] = []
  const pack = () => {
    if (small.length > 0) pieces.push(Buffer.concat(small))
    small = []
  }
  for (const frame of frames) {
    small.push(messageHead(OPCODE.frame, frame.byteLength), frame)
    if (frame.byteLength <= COPIED_BYTES) continue
    small.pop()
    pack()
    pieces.push(frame)
  }
  pack()
  return pieces
}
