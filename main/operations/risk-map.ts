import { done, Refused } from '../../shared/outcome.ts'
import type { AtDesk } from '../operation.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'

/** Signature of a PNG file (ISO/IEC 15948, 5.2). */
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What the page hands over is what it says: nothing else is written under the name of a picture. */
const isPicture = (format: 'png' | 'svg', bytes: Uint8Array): boolean =>
  format === 'png'
    ? png.every((byte, at) => bytes[at] === byte)
    : /^<\?xml [^>]*\?>\s*<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 200)))

export const savePicture: AtDesk<'risks.savePicture'> = async (desk, { name, format, bytes }) => {
  desk.needCase()
  if (!isPicture(format, bytes)) throw new Refused(say('heatMap.notDrawn'), 'invalid')
  const path = await desk.host.chooseSave({ suggested: fileNameOf(name, format), kind: format })
  if (path !== null) saveAs(path, bytes)
  return done({ path, degraded: [] })
}
