// Loaded in front of the server (`NODE_OPTIONS=--import=…`): its wall clock is off by so much, as after a flat battery or
// a wrong time server. What Node uses to wait is not, as in life.
const OFF_MS = Number(process.env.CLOCK_OFF_MS)
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + OFF_MS)
    else super(...given)
  }
  static now() {
    return RealDate.now() + OFF_MS
  }
}
