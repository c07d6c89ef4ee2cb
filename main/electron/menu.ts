import { app, Menu } from 'electron'
import type { Offer } from '../../shared/contract/program.ts'
import { type MenuActions, menuTemplate } from './menu-template.ts'

export type WindowMenu = {
  /** Shows what the page offers. */
  offer(offer: Offer): void
  /** Says the same in the language spoken now. */
  sayAgain(): void
}

/** The menu of the window. Until the page has said what it offers, its commands are there and cannot be chosen. */
export const createMenu = (actions: MenuActions): WindowMenu => {
  let last: Offer = { commands: [], inDialog: false, typing: false }
  const show = () => {
    const target = { platform: process.platform, developer: !app.isPackaged }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(last, actions, target)))
  }
  show()
  return {
    offer: next => {
      last = next
      show()
    },
    sayAgain: show,
  }
}
