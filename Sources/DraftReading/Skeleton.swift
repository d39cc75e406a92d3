enum DraftReadingSkeleton {}
