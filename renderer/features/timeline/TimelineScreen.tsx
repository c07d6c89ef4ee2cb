export const TimelineScreen = () => null
