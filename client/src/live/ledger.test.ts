import { describe, expect, it } from 'vitest'
import { createLedger } from './ledger.ts'

/** A ledger on a socket whose first sync was acked. */
function synced() {
  const ledger = createLedger()
  ledger.socketMade()
  ledger.sent(1, 'step2', 0)
  ledger.acked(1)
  return ledger
}

describe('what is not acked', () => {
  it('[SYNC-41] is settled only by the ack that reaches the last change', () => {
    const ledger = synced()
    ledger.sent(2, 'update', 10)
    ledger.changed(['a.want'], 10)
    ledger.sent(3, 'update', 20)
    ledger.changed(['b.want'], 20)
    ledger.acked(2)
    expect(ledger.settled()).toBe(false)
    expect(ledger.unsaved()).toEqual(['b.want'])
    expect(ledger.waitingSince()).toBe(20)
    ledger.acked(3)
    expect(ledger.settled()).toBe(true)
    expect(ledger.waitingSince()).toBeNull()
  })

  it('[SYNC-41] is not settled by an ack for frames of an older socket', () => {
    const ledger = synced()
    ledger.sent(2, 'update', 10)
    ledger.changed(['a.want'], 10)
    ledger.socketMade()
    ledger.acked(2)
    expect(ledger.settled()).toBe(false)
    ledger.sent(1, 'step2', 50)
    expect(ledger.settled()).toBe(false)
    expect(ledger.waitingSince()).toBe(10)
    ledger.acked(1)
    expect(ledger.settled()).toBe(true)
  })

  it('[SYNC-41] does not believe an ack for more than was sent', () => {
    const ledger = synced()
    ledger.acked(99)
    ledger.sent(2, 'update', 10)
    ledger.changed(['a.want'], 10)
    expect(ledger.settled()).toBe(false)
  })

  it('[SYNC-41] a sync the server asked for counts as a change while words are on their way', () => {
    const ledger = synced()
    ledger.sent(2, 'update', 10)
    ledger.changed(['a.want'], 10)
    ledger.sent(3, 'step2', 11)
    ledger.acked(2)
    expect(ledger.settled()).toBe(false)
    ledger.acked(3)
    expect(ledger.settled()).toBe(true)
  })

  it('[SYNC-45] goes with the next sync when it was typed without a connection', () => {
    const ledger = synced()
    ledger.socketMade()
    ledger.changed(['a.want'], 10)
    ledger.changed(['b.want'], 20)
    expect(ledger.missed()).toBe(false)
    ledger.sent(1, 'step2', 30)
    expect(ledger.unsaved()).toEqual(['a.want', 'b.want'])
    ledger.acked(1)
    expect(ledger.unsaved()).toEqual([])
  })

  it('[SYNC-47] knows of a change that no frame carried', () => {
    const ledger = synced()
    ledger.changed(['a.want'], 10)
    expect(ledger.missed()).toBe(true)
    expect(ledger.settled()).toBe(false)
    ledger.socketMade()
    ledger.sent(1, 'step2', 20)
    expect(ledger.missed()).toBe(false)
    ledger.acked(1)
    expect(ledger.settled()).toBe(true)
  })
})
