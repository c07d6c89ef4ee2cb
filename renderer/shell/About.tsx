import { useState } from 'react'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { copyDiagnostics } from './diagnostics.ts'
import './program.css'

/** The program, what it runs on, and the licences of what it is made of. */
export const About = ({ onClose }: { onClose: () => void }) => {
  const { value: about } = useRead('program.about', {})
  const [showsLicences, setShowsLicences] = useState(false)
  if (about === undefined) return null
  return (
    <Dialog
      title={say('desktop.about')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('desktop.copyDiagnostics')} onClick={() => void copyDiagnostics()} />
          <Button label={say('shell.close')} look="primary" onClick={onClose} />
        </>
      }
    >
      <div className="about">
        <p className="about-name reading">Glossator</p>
        <p>
          {say('desktop.version', { version: about.version })}. {say('desktop.aboutWhat')}
        </p>
        <p className="muted">{say('desktop.aboutOffline')}</p>
        <h3 className="label">{say('desktop.parts')}</h3>
        <dl className="about-parts">
          {about.parts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <details onToggle={event => setShowsLicences(event.currentTarget.open)}>
          <summary>{say('desktop.licences')}</summary>
          {showsLicences ? <Licences /> : null}
        </details>
      </div>
    </Dialog>
  )
}

const Licences = () => {
  const { value: licences } = useRead('program.licences', {})
  if (licences === undefined) return null
  if (licences === null) return <p className="muted">{say('desktop.licencesNone')}</p>
  return (
    <ul className="about-licences">
      {licences.map(({ name, version, licence, text }) => (
        <li key={`${name} ${version}`}>
          <details>
            <summary>
              <span>
                {name} {version}
              </span>
              <span className="muted">{licence}</span>
            </summary>
            <pre className="small" lang="en" dir="ltr">
              {text}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  )
}
