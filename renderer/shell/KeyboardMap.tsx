import { keyNames, useCommandList } from '../commands.ts'
import { say } from '../say.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** Every command on this screen that has a shortcut, from the one registry. */
export const KeyboardMap = ({ onClose }: { onClose: () => void }) => {
  const commands = useCommandList().filter(one => one.shortcut !== undefined)
  const groups = [...new Set(commands.map(one => one.group))]
  return (
    <Dialog title={say('shell.keyboard')} closeLabel={say('shell.close')} onClose={onClose}>
      {groups.length === 0 ? <p className="muted">{say('shell.keyboardNone')}</p> : null}
      <div className="keyboard-map">
        {groups.map(group => (
          <section key={group}>
            <h3 className="label">{group}</h3>
            <dl>
              {commands
                .filter(one => one.group === group)
                .map(one => (
                  <div key={one.id}>
                    <dt>{one.title}</dt>
                    <dd>
                      <kbd>{keyNames(one.shortcut ?? '')}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
