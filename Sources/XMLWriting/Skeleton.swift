enum XMLWritingSkeleton {}
