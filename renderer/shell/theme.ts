const key = 'theme'

export const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme
  return chosen === undefined ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
}

/** Changes to the other theme, remembers it, and answers whether it is dark. Until then the system decides. */
export const toggleTheme = (): boolean => {
  const dark = !isDark()
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  localStorage.setItem(key, dark ? 'dark' : 'light')
  return dark
}

export const restoreTheme = (): void => {
  const chosen = localStorage.getItem(key)
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
}
