import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { noConnection } from './testing-connection.ts'
import { useWhenIdle } from './use-when-idle.ts'

function Part({ load }: { readonly load: () => Promise<string> }) {
  return <p>{useWhenIdle(load) ?? 'nothing yet'}</p>
}

it('[SYNC-142] a part of the page that could not be had comes when there is a connection again, and once', async () => {
  const connection = noConnection()
  const load = vi.fn(async () => 'The part').mockRejectedValueOnce(new TypeError('Failed to fetch'))
  render(<Part load={load} />)
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce())
  screen.getByText('nothing yet')
  connection.isBack()
  await screen.findByText('The part')
  connection.isBack()
  expect(load).toHaveBeenCalledTimes(2)
})
