import { useCommands } from '../../commands.ts'
import { addressOf, navigate, useLocation } from '../../location.ts'
import { say } from '../../say.ts'
import { ChangesView } from './changes/ChangesView.tsx'
import { CriteriaView } from './criteria/CriteriaView.tsx'
import { ExchangeButtons } from './exchange/ExchangeButtons.tsx'
import { RegisterView } from './register/RegisterView.tsx'
import { ReportButton } from './reports/ReportButton.tsx'
import { ReviewsView } from './reviews/ReviewsView.tsx'
import { IndicatorsView } from './watch/IndicatorsView.tsx'
import './risks.css'

/** The views of the screen in the order of their links: one line each. The first has the plain address. */
const views = [
  { id: 'register', title: say('risks.register'), View: RegisterView },
  { id: 'indicators', title: say('risks.indicatorsView'), View: IndicatorsView },
  { id: 'reviews', title: say('risks.reviewsView'), View: ReviewsView },
  { id: 'changes', title: say('risks.changesView'), View: ChangesView },
  { id: 'criteria', title: say('risks.criteriaView'), View: CriteriaView },
]

/** The register and the views beside it, chosen by address: `#/risks/ID`, `#/risks?view=reviews`. */
export const RisksScreen = () => {
  const { query } = useLocation()
  const { id: shown, View } = views.find(one => one.id === query.view) ?? { id: 'register', View: RegisterView }
  const toView = (id: string): Record<string, string> => (id === 'register' ? {} : { view: id })
  useCommands(
    views.map(({ id, title }) => ({
      id: `risks.view.${id}`,
      title: say('risks.goToView', { view: title }),
      group: say('shell.risks'),
      run: () => navigate('risks', null, toView(id)),
    })),
  )
  return (
    <div className="risks-screen">
      <div className="risks-bar">
        <nav className="risks-views" aria-label={say('risks.views')}>
          {views.map(({ id, title }) => (
            <a key={id} href={addressOf('risks', null, toView(id))} aria-current={id === shown ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <ExchangeButtons />
        <ReportButton />
      </div>
      <div className="risks-view">
        <View />
      </div>
    </div>
  )
}
