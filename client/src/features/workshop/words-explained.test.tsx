import { expect, it } from 'vitest'
import { ExplainContext } from '../../plan-view/explain.tsx'
import { markAll, marked } from '../../plan-view/testing-explain.tsx'
import { IdeaOfMine } from './always/my-ideas.tsx'
import { AtDeviceProvider } from './at-device.tsx'
import { IdeaWords } from './lead/idea-dialog.tsx'
import { Dots } from './steps/dots.tsx'
import { Gather } from './steps/gather.tsx'
import { ideaOf, stepOf } from './testing-page.tsx'
import { inRoom } from './testing-room.tsx'

const still = { follows: true, isHeld: false, stayAt: () => {}, goToRoom: () => {}, wrote: () => {} }

it('[WORK-124] words are explained in what dots are given to, in what was gathered, in my ideas and where they are answered', async () => {
  const dots = stepOf('dots', { shown: true })
  const gather = stepOf('gather', { shown: true })
  const [tap, bench] = [ideaOf('a', 'The tap', { group: 'g', shown: true }), ideaOf('b', 'A bench', { shown: true })]
  await inRoom(
    <ExplainContext value={markAll}>
      <Gather step={gather} />
      <AtDeviceProvider following={{ ...still, step: dots }}>
        <Dots step={dots} />
      </AtDeviceProvider>
      <IdeaOfMine idea={tap} isTable={false} />
      <IdeaWords idea={bench} />
    </ExplainContext>,
    {
      now: {
        steps: [stepOf('silent', { shown: true }), gather, dots],
        step: 'dots',
        results: { dots: { g: 2, b: 1 }, hands: null, test: null, said: [] },
      },
      ideas: [tap, bench],
      groups: [{ id: 'g', step: 'silent', name: 'Water' }],
    },
  )
  const gathered = ['Water', 'The tap', 'A bench']
  expect(marked()).toEqual([...gathered, ...gathered, 'The tap', 'A bench'])
})
