enum CleanupSkeleton {}
