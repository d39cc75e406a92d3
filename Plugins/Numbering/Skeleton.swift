enum NumberingSkeleton {}
