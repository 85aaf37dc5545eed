import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { OfflineError } from '../ui/reach.ts'
import { noConnection } from '../ui/testing-connection.ts'
import { RefusedError } from './send.ts'
import { useAnswer } from './use-answer.ts'

function Part({ ask }: { readonly ask: () => Promise<string> }) {
  const asked = useAnswer(ask)
  return <p>{asked.is === 'here' ? asked.answer : asked.is}</p>
}

it('[SYNC-142] what nobody answered is asked for again when there is a connection again', async () => {
  const connection = noConnection()
  const ask = vi.fn(async () => 'The plan').mockRejectedValueOnce(new OfflineError())
  render(<Part ask={ask} />)
  await screen.findByText('refused')
  connection.isBack()
  await screen.findByText('The plan')
  connection.isBack()
  expect(ask, 'what is here is not asked for again').toHaveBeenCalledTimes(2)
})

it('[SYNC-142] what the server said no to is not', async () => {
  const connection = noConnection()
  const ask = vi.fn(() =>
    Promise.reject(new RefusedError({ refused: 'not-found', sentence: 'There is no such plan.' })),
  )
  render(<Part ask={ask} />)
  await screen.findByText('refused')
  connection.isBack()
  expect(ask).toHaveBeenCalledOnce()
})
