import { consistency } from '../../../shared/model/hypothesis.ts'
import { type Command, useCommands } from '../../commands.ts'
import { navigate } from '../../location.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { focusReason } from './Judgement.tsx'
import { digitOf } from './rating-keys.ts'
import type { InquiryHands } from './use-inquiry-hands.ts'
import type { InquiryTable } from './use-inquiry-table.ts'

export type InquiryDoings = {
  addClaims: () => void
  addHypothesis: () => void
  edit: () => void
  editHypothesis: () => void
  save: () => void
  remove: () => void
}

/** Everything that can be done in an inquiry, for the palette, the map of keys and the keyboard. */
export const useInquiryCommands = (table: InquiryTable, hands: InquiryHands, doings: InquiryDoings): void => {
  const isFixed = useWhyFixed() !== null
  const group = say('shell.inquiries')
  const command = (id: string, title: string, shortcut: string | undefined, run: () => void): Command => ({
    id: `inquiries.${id}`,
    title,
    group,
    shortcut,
    run,
  })
  const { current } = table
  const shown = [
    command('all', say('inquiries.all'), 'Backspace', () => navigate('inquiries')),
    command('order', say('inquiries.changeOrder'), 'Shift+S', () =>
      table.changeOrder(table.order === 'own' ? 'telling' : 'own'),
    ),
    command('again', say('inquiries.orderAgain'), 'S', () => table.changeOrder('telling')),
    command('fold', say('inquiries.foldNothing'), 'F', () => table.setHiding(!table.isHiding)),
    command(
      'matrix',
      say('inquiries.toMatrix'),
      'M',
      () => current && navigate('matrix', null, { claim: current.claim.id }),
    ),
    command('story', say('inquiries.toStory'), 'T', () => current && navigate('term', current.claim.term)),
    command('csv', say('inquiries.saveCsv'), undefined, doings.save),
  ]
  const changing = [
    command('addClaims', say('inquiries.addClaims'), 'Shift+A', doings.addClaims),
    command('addHypothesis', say('inquiries.addHypothesis'), 'Shift+H', doings.addHypothesis),
    command('edit', say('inquiries.edit'), 'E', doings.edit),
    command('editHypothesis', say('inquiries.editHypothesis'), 'Shift+E', doings.editHypothesis),
    command('reason', say('inquiries.writeReason'), 'W', focusReason),
    ...consistency.options.map(rating =>
      command(`rate ${rating}`, say('inquiries.rate', { rating: say(`inquiries.${rating}`) }), digitOf[rating], () =>
        hands.rateHere(rating),
      ),
    ),
    command('clear', say('inquiries.clear'), undefined, () => hands.rateHere(null)),
    command('earlier', say('inquiries.earlier'), 'Alt+ArrowLeft', () => hands.stepHypothesis(-1)),
    command('later', say('inquiries.later'), 'Alt+ArrowRight', () => hands.stepHypothesis(1)),
    command('claimUp', say('inquiries.claimUp'), 'Alt+ArrowUp', () => hands.stepClaim(-1)),
    command('claimDown', say('inquiries.claimDown'), 'Alt+ArrowDown', () => hands.stepClaim(1)),
    command(
      'removeClaim',
      say('inquiries.removeClaim'),
      undefined,
      () => current && hands.removeClaim(current.claim.id),
    ),
    command('remove', say('inquiries.remove'), undefined, doings.remove),
  ]
  useCommands(isFixed ? shown : [...changing, ...shown])
}
