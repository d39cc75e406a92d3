enum OpenPackagingSkeleton {}
