export const TagsScreen = () => null
