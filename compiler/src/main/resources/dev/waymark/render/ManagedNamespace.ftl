spec:
  destination:
    namespace: ${namespace}
  syncPolicy:
    managedNamespaceMetadata:
      labels:
<#list marks.labels as key, value>
        ${key}: ${value}
</#list>
<#list marks.annotations>
      annotations:
<#items as key, value>
        ${key}: ${value}
</#items>
</#list>
    syncOptions:
    - CreateNamespace=true
