import { languages, ownNames } from '../../shared/language.ts'
import { comeToRest, useIsAtWork } from '../leaving.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { useTasks } from '../tasks.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/Field.tsx'
import './program.css'
import { chooseTheme, useTheme } from './theme.ts'

/** What the analyst chooses for this computer. Each choice holds at once, as everywhere in the program. */
export const SettingsDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: settings } = useRead('program.settings', {})
  const theme = useTheme()
  // To show the window anew would cut an import short.
  const [tasks, isAtWork] = [useTasks(), useIsAtWork()]
  const waits = tasks.length > 0 || isAtWork
  const speak = async (language: NonNullable<typeof settings>['language']) => {
    await comeToRest()
    await perform('program.changeSettings', { language })
  }
  if (settings === undefined) return null
  return (
    <Dialog
      title={say('desktop.settings')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={<Button label={say('shell.close')} look="primary" onClick={onClose} />}
    >
      <div className="settings">
        <SelectField
          label={say('desktop.language')}
          hint={waits ? say('desktop.languageWaits') : say('desktop.languageHint')}
          disabled={waits}
          value={settings.language}
          choices={[
            { value: 'system' as const, label: say('desktop.languageSystem') },
            // Each by its own name: who cannot read the others finds it all the same.
            ...languages.map(language => ({ value: language, label: ownNames[language] })),
          ]}
          onChoose={language => void speak(language)}
        />
        <SelectField
          label={say('desktop.theme')}
          value={theme}
          choices={[
            { value: 'system' as const, label: say('desktop.themeSystem') },
            { value: 'light' as const, label: say('desktop.themeLight') },
            { value: 'dark' as const, label: say('desktop.themeDark') },
          ]}
          onChoose={chooseTheme}
        />
        <p className="small muted">{say('desktop.settingsWhere')}</p>
      </div>
    </Dialog>
  )
}
