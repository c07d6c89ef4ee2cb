export const ExcerptsScreen = () => null
