enum PlaceholdersSkeleton {}
