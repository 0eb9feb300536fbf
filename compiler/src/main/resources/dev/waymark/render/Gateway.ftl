apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: ${metadata.object.name}
  namespace: ${metadata.object.namespace}
  labels:
<#list metadata.labels as key, value>
    ${key}: ${value}
</#list>
<#list metadata.annotations>
  annotations:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
spec:
  gatewayClassName: ${gatewayClassName}
  listeners:
  - name: mesh
    port: 15008
    protocol: HBONE
    allowedRoutes:
      namespaces:
        from: ${allowedRoutes.from}
<#if allowedRoutes.selector??>
        selector:
<#list allowedRoutes.selector.matchLabels>
          matchLabels:
<#items as key, value>
            ${key}: ${value}
</#items>
</#list>
<#list allowedRoutes.selector.matchExpressions>
          matchExpressions:
<#items as requirement>
          - key: ${requirement.key}
            operator: ${requirement.operator}
<#list requirement.values>
            values:
<#items as value>
            - ${value}
</#items>
</#list>
</#items>
</#list>
</#if>
  infrastructure:
    labels:
<#list infrastructure.labels as key, value>
      ${key}: ${value}
</#list>
    annotations:
<#list infrastructure.annotations as key, value>
      ${key}: ${value}
</#list>
<#if infrastructure.parametersRef??>
    parametersRef:
      group: ""
      kind: ConfigMap
      name: ${infrastructure.parametersRef}
</#if>
