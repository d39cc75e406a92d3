enum MarkupRenderersSkeleton {}
