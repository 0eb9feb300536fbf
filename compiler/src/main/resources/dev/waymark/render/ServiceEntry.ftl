apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ${metadata.object.name}
  namespace: ${metadata.object.namespace}
<#list metadata.labels>
  labels:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
<#list metadata.annotations>
  annotations:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
spec:
  hosts:
<#list hosts as host>
  - ${host}
</#list>
  location: MESH_EXTERNAL
  ports:
<#list ports as port>
  - number: ${port.number}
    name: ${port.name}
    protocol: ${port.protocol}
<#if port.targetPort??>
    targetPort: ${port.targetPort}
</#if>
</#list>
  resolution: ${resolution}
